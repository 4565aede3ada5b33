# What does it cost to start and do nothing?
