// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/version_query.h"

#include <QTimeZone>
#include <QWidget>

class QComboBox;
class QTextEdit;

namespace kairos::base {
struct Error;
}

namespace kairos::ui {

class TextLabel;

/// Two versions of one record side by side, each with who, when and why. What went is struck through, what
/// came is underlined.
class VersionsPane final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VersionsPane)

public:
    explicit VersionsPane(const QTimeZone& zone, QWidget* parent = nullptr);

    /// Shows the version of this journal entry beside the one before it.
    void showVersions(const QList<workflow::RecordVersion>& versions, qint64 count);
    /// Says why no version can be shown.
    void showError(const base::Error& error);

    [[nodiscard]] QComboBox& otherChoice() const { return *m_other; }
    [[nodiscard]] QTextEdit& beforeText() const { return *m_beforeText; }
    [[nodiscard]] QTextEdit& afterText() const { return *m_afterText; }
    [[nodiscard]] QString beforeHead() const;
    [[nodiscard]] QString afterHead() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    /// A head and a text below it.
    [[nodiscard]] QWidget* makeSide(TextLabel& head, QTextEdit& text);
    void fillChoice();
    void compare();
    [[nodiscard]] QString headOf(qsizetype version) const;

    QTimeZone m_zone;
    QList<workflow::RecordVersion> m_versions;
    qsizetype m_shown = 0; ///< the version at the right
    QComboBox* m_other;
    QWidget* m_otherRow = nullptr;
    QWidget* m_beforeSide = nullptr;
    TextLabel* m_beforeHead;
    TextLabel* m_afterHead;
    QTextEdit* m_beforeText;
    QTextEdit* m_afterText;
};

} // namespace kairos::ui
