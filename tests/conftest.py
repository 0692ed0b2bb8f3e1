"""Lets every test, in whatever folder, import the family builders of `families`."""
