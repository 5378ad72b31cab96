// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QPushButton;

namespace kairos::ui {

class FileDialogs;
class TextLabel;

/// The words around a recovery code, which differ by what it opens.
struct RecoveryWords {
    QString onward;   ///< the button that goes on: "Go to the practice"
    QString fileName; ///< proposed for the text file
    QString above;    ///< stands in it above the code: what it is
    QString below;    ///< and below: what to do with it
};

/// A recovery code of 13 groups, shown once: to be copied, saved for printing, and said to be kept before
/// anybody goes on.
class RecoverySheet final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RecoverySheet)

public:
    explicit RecoverySheet(FileDialogs& files, QWidget* parent = nullptr);

    /// `code` is 13 groups joined by hyphens.
    void showCode(const QString& code, const RecoveryWords& words);
    /// Wipes the code from the screen.
    void forget();

Q_SIGNALS:
    void kept();

private:
    [[nodiscard]] QWidget* buildGroups();
    void buildWays();
    void saveText();
    void say(const QString& words);

    FileDialogs& m_files;
    QString m_code;
    RecoveryWords m_words;
    QList<TextLabel*> m_groups;
    QCheckBox* m_tick;
    QPushButton* m_go;
    TextLabel* m_said;
};

} // namespace kairos::ui
