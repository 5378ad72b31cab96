// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QPushButton;

namespace kairos::ui {

class FileDialogs;
class TextLabel;

/// The recovery code, shown once. Nobody goes on before saying that it is kept.
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
    void saveText();
    void say(const QString& words);

    FileDialogs& m_files;
    QString m_practice;
    QString m_code;
    QList<TextLabel*> m_groups;
    QCheckBox* m_tick = nullptr;
    QPushButton* m_go = nullptr;
    TextLabel* m_said = nullptr;
};

} // namespace kairos::ui
