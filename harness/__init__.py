"""What drives a portal: targets (browsers), pages, tasks, the pytest plugin, the report, the command line."""
