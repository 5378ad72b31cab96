// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/workflow/open_practice.h"

#include <memory>

namespace kairos::ui {

/// The seam to the demo practice: made by the program that is put together, not by the window.
class DemoDesk {
public:
    DemoDesk() = default;
    virtual ~DemoDesk() = default;
    Q_DISABLE_COPY_MOVE(DemoDesk)

    /// Makes the demo practice afresh in a folder of its own and opens it with somebody signed in.
    [[nodiscard]] virtual base::Result<std::unique_ptr<workflow::OpenPractice>> openDemo() = 0;
};

} // namespace kairos::ui
