"""Letters of Cyrillic and Greek that look like Latin ones."""

TWINS = "АВЕЅІЈКМНОРСТУХЗавеѕіјкмнорстухԁԛԝһΑΒΕΖΗΙΚΜΝΟΡΤΥΧονικρτυχ"
LATIN = "ABESIJKMHOPCTYX3aBesijkmHopcTyxdqwhABEZHIKMNOPTYXovikptux"
"""What each of them looks like, in their order."""
