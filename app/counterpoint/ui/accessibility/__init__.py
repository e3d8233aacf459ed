"""What screen readers are given where Qt's own widgets say too little."""
