// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/page.h"

#include "core/record/thread_line.h"

class QLineEdit;
class QStringListModel;

namespace kairos::ui {

class FlowLayout;

/// The themes of a session as chips, and a field that adds one; what the course and the practice have had is
/// offered while one types.
class ThemeBox final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ThemeBox)

public:
    explicit ThemeBox(const PageContext& context, QWidget* parent = nullptr);

    void showThemes(const record::SessionId& session, const QList<record::Theme>& themes,
                    const QStringList& suggestions);
    [[nodiscard]] QLineEdit& edit() { return *m_edit; }

Q_SIGNALS:
    void typed();
    void saved();
    void failed(const base::Error& error);

private:
    void add();
    void remove(const record::Theme& theme);

    PageContext m_context;
    record::SessionId m_session;
    QList<record::Theme> m_themes;
    QWidget* m_chips;
    FlowLayout* m_flow;
    QLineEdit* m_edit;
    QStringListModel* m_suggestions;
};

} // namespace kairos::ui
