# Language level, warnings and sanitizers, set once for every target.

option(KITH_DESKTOP "Build the desktop (needs Qt Widgets)" ON)
option(KITH_FUZZ "Build the fuzzers (needs clang)" OFF)
option(KITH_BENCH "Build the benchmarks" ON)
option(KITH_WERROR "Treat warnings as errors" OFF)
set(KITH_SANITIZE "" CACHE STRING "Comma-separated sanitizers for every target, e.g. address,undefined")

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_VERIFY_INTERFACE_HEADER_SETS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")

find_program(KITH_CCACHE ccache)
if(KITH_CCACHE)
  # The sloppiness is what ccache asks for before it deals with precompiled headers (its manual, "Precompiled headers").
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
      "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" "CCACHE_NOHASHDIR=1" "CCACHE_SLOPPINESS=pch_defines,time_macros"
      "${KITH_CCACHE}")
endif()

add_library(kith_options INTERFACE)
target_compile_options(kith_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Wimplicit-fallthrough -Wold-style-cast
  $<$<BOOL:${KITH_WERROR}>:-Werror>)
if(CMAKE_UNITY_BUILD)
  # Joined files are no headers, in which g++ wants no anonymous namespaces.
  target_compile_options(kith_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>)
endif()
target_compile_definitions(kith_options INTERFACE
  QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400
  $<$<NOT:$<CONFIG:Debug>>:_FORTIFY_SOURCE=2>)
if(KITH_SANITIZE)
  target_compile_options(kith_options INTERFACE -fsanitize=${KITH_SANITIZE} -fno-omit-frame-pointer
    -fno-sanitize-recover=all)
  target_link_options(kith_options INTERFACE -fsanitize=${KITH_SANITIZE})
endif()
if(KITH_FUZZ)
  # The fuzzers need to see which branches of the libraries an input takes.
  target_compile_options(kith_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

find_program(KITH_MOLD mold)
if(KITH_MOLD AND NOT KITH_SANITIZE)
  target_link_options(kith_options INTERFACE -fuse-ld=mold)
endif()
