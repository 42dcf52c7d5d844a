#include <kith/domain/skill_level.h>
