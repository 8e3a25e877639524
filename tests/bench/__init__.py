"""What `make bench` measures: provisioning, pages with few and many portals, and a worker's memory."""
