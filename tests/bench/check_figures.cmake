# Runs kith_bench at a tiny size and checks that every figure was produced, whatever its value.
cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/read_figures.cmake")
kith_figures(names "${BENCH}" --people 60 --rows 40 --operations 5 --json -)
foreach(wanted demo list-open list-scroll list-filter list-warmth log import import-dry-run import-parse)
  if(NOT wanted IN_LIST names)
    message(FATAL_ERROR "no figure for ${wanted}")
  endif()
endforeach()
