"""What stands in files a person is sent, as values: a school's report, her own data. Pure."""
