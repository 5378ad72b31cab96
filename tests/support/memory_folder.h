// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kairos::support {

/// Has what a test writes into temporary folders kept in memory, where the system has a folder for that with
/// at least 1 GiB free: each practice is written through to the disk at every commit, and the tests would
/// mostly wait for it. A TMPDIR of the environment's own stands. Called before anything asks for a temporary
/// folder.
void keepFilesInMemory();

} // namespace kairos::support
