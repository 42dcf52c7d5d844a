#include <kith/controls/page_view.h>
