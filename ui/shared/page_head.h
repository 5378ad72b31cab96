// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QHBoxLayout;

namespace kairos::ui {

class TextLabel;

/// The head of a page: title, a line below it, things to do at the right; a hairline under all.
class PageHead final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageHead)

public:
    explicit PageHead(const QString& title, const QString& subtitle = {}, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    void setSubtitle(const QString& subtitle);
    /// Puts a button or a search at the right end; the head takes it over.
    void addAction(QWidget* widget);
    using QFrame::addAction;
    /// Puts a widget right of the title, e.g. the search of the patients.
    void addBesideTitle(QWidget* widget);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    TextLabel* m_title;
    TextLabel* m_subtitle;
    QHBoxLayout* m_row;
    int m_beside = 1;
};

} // namespace kairos::ui
