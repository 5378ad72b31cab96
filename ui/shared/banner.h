// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shared/theme.h"

#include "core/base/error.h"
#include "core/base/finding.h"

#include <QFrame>

class QHBoxLayout;
class QPushButton;
class QToolButton;

namespace kairos::ui {

class TextLabel;

/// What a banner says: line 1 what, line 2 what to do, line 3 source, limit and mark.
struct BannerText {
    base::FindingLevel level = base::FindingLevel::Information;
    QString title;
    QString text;
    QString source;

    bool operator==(const BannerText&) const = default;
};

/// Something a person must know before going on. At most two stand on a page, the worst first.
/// A stop cannot be closed, only resolved or overridden; the others can.
class Banner final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)

public:
    explicit Banner(const BannerText& text, QWidget* parent = nullptr);

    [[nodiscard]] const BannerText& bannerText() const { return m_text; }
    /// Shows new words; screen readers hear them at once.
    void setBannerText(const BannerText& text);
    /// Adds a button at the right; the banner takes it over.
    void addAction(QPushButton* button);
    using QFrame::addAction;
    /// Lets a person close it. Without effect on a stop.
    void setClosable();

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void announce();

    BannerText m_text;
    TextLabel* m_title;
    TextLabel* m_line;
    TextLabel* m_source;
    QHBoxLayout* m_actions;
    QToolButton* m_close = nullptr;
};

/// The words of a finding as a banner: its text, its source and mark.
[[nodiscard]] BannerText bannerTextOf(const base::Finding& finding);
/// The words of a trouble: what, then why and what to do. A failure is a caution.
[[nodiscard]] BannerText bannerTextOf(const base::Error& error);

} // namespace kairos::ui
