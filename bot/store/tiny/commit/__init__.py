"""One commit over several documents, on files that can only be replaced one by one."""
