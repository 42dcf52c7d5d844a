#include <kith/domain/warmth.h>
