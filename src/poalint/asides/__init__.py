"""What is set aside of what was found: allowances with a reason, and what a baseline knows."""
