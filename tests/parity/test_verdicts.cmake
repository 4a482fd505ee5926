# SPDX-FileCopyrightText: 2026 The Haibao authors
# SPDX-License-Identifier: GPL-3.0-or-later
# cmake -DPARITY=… -DSET=… -DWORK=… -P test_verdicts.cmake: haibao-parity must not pass what is wrong.
file(READ ${SET}/goldens.json manifest)

# Makes a copy of the set with one text of the manifest replaced, and runs the cases with that prefix.
function(expect_failure what old new only words)
  string(REPLACE "${old}" "${new}" changed "${manifest}")
  if(changed STREQUAL manifest)
    message(FATAL_ERROR "${what}: the manifest does not hold ${old}")
  endif()
  file(REMOVE_RECURSE ${WORK})
  file(MAKE_DIRECTORY ${WORK})
  file(GLOB parts ${SET}/*)
  foreach(part ${parts})
    cmake_path(GET part FILENAME name)
    if(NOT name STREQUAL goldens.json)
      file(CREATE_LINK ${part} ${WORK}/${name} SYMBOLIC)
    endif()
  endforeach()
  file(WRITE ${WORK}/goldens.json "${changed}")
  execute_process(COMMAND ${PARITY} ${WORK} --only ${only} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 1 OR NOT output MATCHES "${words}")
    message(FATAL_ERROR "${what}: exit status ${status}, output:\n${output}")
  endif()
endfunction()

expect_failure("a case of unknown kind" "\"name\":\"glyph_texts\"" "\"name\":\"new_kind\"" new_kind "unknown")
expect_failure("an error above the limit" "\"tol\":0.0002" "\"tol\":1e-12" glyph_embeds_1 "FAIL")
expect_failure("an output that nothing computes" "out.lengths" "out.widths" glyph_embeds_1 "widths was not computed")
expect_failure("another expected text" "\"texts\":[\"HELLO\"]" "\"texts\":[\"HELL\"]" glyph_texts "FAIL")
expect_failure("a missing parameter" "\"timestep\":999" "\"time\":999" dit_cond "timestep")
expect_failure("no case at all" "\"cases\"" "\"cases_\"" x "cases")
expect_failure("another format" "glm-image-goldens/1" "glm-image-goldens/9" x "glm-image-goldens")
