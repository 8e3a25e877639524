/* A date that cannot be read stays as it was typed, and the server says what is wrong with it.
   Left alone, the calendar turns 31/02 into 03/03, and what it cannot read into today, without a word. */
if (window.jQuery && jQuery.fn.datetimepicker) {
  jQuery.fn.datetimepicker.defaults.validateOnBlur = false;
}
