"""The form of the site: what its pages and its scripts are told when the site is built."""
