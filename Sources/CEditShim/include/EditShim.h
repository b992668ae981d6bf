// The only place that sees libedit: an opaque editor and non-variadic calls.
#pragma once
/// The version of the library this was built against, for `frise --version`.
const char *frise_edit_name(void);
