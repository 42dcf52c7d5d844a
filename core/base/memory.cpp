#include <kith/base/memory.h>

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace kith {

void giveBackMemory()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

}  // namespace kith
