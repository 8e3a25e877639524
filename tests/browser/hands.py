"""What hands do at a screen."""


def type_in(field, words, **how):
    """Key by key, as soon as somebody could see the field: the driver alone would type past a hidden one."""
    field.wait_for()
    field.press_sequentially(words, **how)
