// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

class QPlainTextEdit;

namespace kairos::ui {

/// Shows the plain markup of a note while it is typed: headings and bold stand out, their marks step back,
/// and what a macro did not know is underlined.
class MarkupHighlighter final : public QSyntaxHighlighter {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MarkupHighlighter)

public:
    explicit MarkupHighlighter(QPlainTextEdit& edit);

protected:
    void highlightBlock(const QString& text) override;

private:
    QPlainTextEdit& m_edit;
};

} // namespace kairos::ui
