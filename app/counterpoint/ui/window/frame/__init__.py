"""What stands around the panes: menus, the bar, the status line, the problems."""
