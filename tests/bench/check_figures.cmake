# Runs kith_bench at a tiny size and checks that every figure was produced, whatever its value.
cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/read_figures.cmake")
kith_figures(names "${BENCH}" --people 60 --rows 40 --operations 5 --graph-people 50 --json -)
foreach(wanted demo list-open list-scroll list-filter list-warmth search-first search-prepare log import
    board move capture import-dry-run import-parse graph-build-50 path-50 path-plain-50 path-anybody-50 path-five-50 layout-50
    held-alone-50 graph-edit-50 search-build-50 search-typing-50 search-filter-50 search-groups-50
    search-phrase-50 search-update-50)
  if(NOT wanted IN_LIST names)
    message(FATAL_ERROR "no figure for ${wanted}")
  endif()
endforeach()
