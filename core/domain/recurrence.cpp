#include <kith/domain/recurrence.h>
