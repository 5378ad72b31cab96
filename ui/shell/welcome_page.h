// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/settings_file.h"

#include "core/base/error.h"

#include <QWidget>

class QTimeZone;

namespace kairos::ui {

class Banner;
class ChoiceButton;
class OpenedModel;
class ProgressLine;
class TableView;

/// Where the program begins: create a practice, open one, or one that was opened before.
class WelcomePage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WelcomePage)

public:
    explicit WelcomePage(QWidget* parent = nullptr);

    /// Looks whether each file is there; a missing one is shown as such and can be taken off the list.
    void showOpened(const QList<OpenedPractice>& opened);
    /// Offers the demo practice as the third choice.
    void offerDemo();
    /// While something is made, nothing can be chosen; empty words end it.
    void setWorking(const QString& words);
    /// What went wrong before a practice was open.
    void showError(const base::Error& error);
    [[nodiscard]] TableView& openedTable() { return *m_table; }

Q_SIGNALS:
    void createRequested();
    void chooseRequested();
    void demoRequested();
    void openRequested(const kairos::ui::OpenedPractice& practice);
    void forgetRequested(const QString& path);

private:
    void openRow(int row);

    QWidget* m_before;
    OpenedModel* m_model;
    TableView* m_table;
    ChoiceButton* m_create = nullptr;
    ChoiceButton* m_open = nullptr;
    ChoiceButton* m_demo = nullptr;
    Banner* m_error = nullptr;
    ProgressLine* m_progress = nullptr;
};

} // namespace kairos::ui
