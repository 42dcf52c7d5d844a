# Runs kith_bench_sync at a tiny size and checks that every figure was produced, whatever its value.
cmake_minimum_required(VERSION 3.25)
include("${CMAKE_CURRENT_LIST_DIR}/read_figures.cmake")
kith_figures(names "${BENCH}" --people 60 --pushes 16 --edits 3 --waiting 5 --no-postgresql --json)
foreach(wanted push-sqlite replicate replicate-up replicate-down first-sync-usable first-sync edit-latency waiting)
  if(NOT wanted IN_LIST names)
    message(FATAL_ERROR "no figure for ${wanted}")
  endif()
endforeach()
