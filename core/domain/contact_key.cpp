#include <kith/domain/contact_key.h>
