// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace kairos::ui {

class FileDialogs;
class RecoverySheet;

/// The recovery code of the practice, shown once. Nobody goes on before saying that it is kept.
class RecoveryPage final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecoveryPage)

public:
    explicit RecoveryPage(FileDialogs& files, QWidget* parent = nullptr);

    /// `code` is 13 groups joined by hyphens.
    void showCode(const QString& practice, const QString& code);
    /// Wipes the code from the page.
    void forget();

Q_SIGNALS:
    void kept();

private:
    RecoverySheet* m_sheet;
};

} // namespace kairos::ui
