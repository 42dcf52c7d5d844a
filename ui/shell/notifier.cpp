#include <kith/shell/notifier.h>
