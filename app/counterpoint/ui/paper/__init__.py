"""The sheet that pages are set on, and how they are set: for every pane that shows pages."""
