// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/background.h"
#include "ui/shared/page.h"

#include "core/workflow/practice_check.h"

class QPushButton;

namespace kairos::ui {

class Banner;
class ProgressLine;
class TextLabel;

/// Checks the record: hash chain, seal and pages, and on demand every table against the journal and every
/// signature against what it stands under.
class JournalPanel final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JournalPanel)

public:
    explicit JournalPanel(PageContext& context, QWidget* parent = nullptr);
    ~JournalPanel() override;

private:
    void check(workflow::CheckDepth depth);
    void stop();
    /// In the window's thread.
    void showProgress(const workflow::CheckProgress& progress);
    [[nodiscard]] static QString linesOf(const workflow::PracticeReport& report);
    void show(const base::Result<workflow::PracticeReport>& report);

    PageContext& m_context;
    std::optional<CancelToken> m_running;
    QPushButton* m_quick;
    QPushButton* m_deep;
    ProgressLine* m_progress;
    Banner* m_result;
    TextLabel* m_head;
};

} // namespace kairos::ui
