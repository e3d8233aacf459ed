"""What can be done, as data: one table for menus, keys and the command palette."""
