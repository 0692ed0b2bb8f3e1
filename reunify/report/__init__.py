"""Reports: one view model, and the forms made from it, in Dutch and in English."""
