// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shared/banner.h"

#include "ui/shared/buttons.h"
#include "ui/shared/paint_controls.h"
#include "ui/shared/text_label.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace kairos::ui {
namespace {

struct LevelLook {
    Token ink;
    Token ground;
    Token edge;
    Icon sign;
};

LevelLook lookOf(base::FindingLevel level) {
    switch (level) {
    case base::FindingLevel::Information:
        return {Token::Info, Token::InfoSoft, Token::Info, Icon::Info};
    case base::FindingLevel::Caution:
        return {Token::Caution, Token::CautionSoft, Token::CautionMark, Icon::Caution};
    case base::FindingLevel::Stop:
        return {Token::Stop, Token::StopSoft, Token::Stop, Icon::Stop};
    }
    return {Token::Stop, Token::StopSoft, Token::Stop, Icon::Stop};
}

constexpr int kEdge = 5;
constexpr int kSignRoom = 52;
constexpr qreal kBannerRadius = 6;

/// Sentence parts carry no capital and no stop: a banner's second line is a sentence.
QString sentence(const QString& text) {
    if (text.isEmpty()) {
        return text;
    }
    const QString capital = text.at(0).toUpper() + text.mid(1);
    const bool stopped = capital.endsWith(QLatin1Char('.')) || capital.endsWith(QLatin1Char('?'));
    return stopped ? capital : capital + QLatin1Char('.');
}

} // namespace

Banner::Banner(const BannerText& text, QWidget* parent)
    : QFrame(parent),
      m_title(makeParagraph({}, TextRole::Strong, Token::Text, this)),
      m_line(makeParagraph({}, TextRole::Body, Token::Text, this)),
      m_source(makeParagraph({}, TextRole::Caption, Token::Text2, this)),
      m_actions(new QHBoxLayout) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(kSignRoom), px(8), px(14), px(9));
    row->setSpacing(px(16));
    auto* words = new QVBoxLayout;
    words->setSpacing(px(3));
    words->addWidget(m_title);
    words->addWidget(m_line);
    words->addWidget(m_source);
    words->addStretch();
    row->addLayout(words, 1);
    m_actions->setSpacing(px(8));
    row->addLayout(m_actions);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setBannerText(text);
}

void Banner::setBannerText(const BannerText& text) {
    m_text = text;
    m_title->setText(text.title);
    m_title->setToken(lookOf(text.level).ink);
    m_line->setText(text.text);
    m_line->setVisible(!text.text.isEmpty());
    m_source->setText(text.source);
    m_source->setVisible(!text.source.isEmpty());
    if (m_close != nullptr) {
        m_close->setVisible(text.level != base::FindingLevel::Stop);
    }
    setProperty("level", base::findingLevelId(text.level));
    style()->unpolish(this);
    style()->polish(this);
    update();
    announce();
}

void Banner::addAction(QPushButton* button) {
    m_actions->insertWidget(m_close != nullptr ? m_actions->count() - 1 : m_actions->count(), button);
}

void Banner::setClosable() {
    if (m_close != nullptr) {
        return;
    }
    m_close = makeIconButton(Icon::Close, tr("Close this message"), this);
    m_close->setVisible(m_text.level != base::FindingLevel::Stop);
    m_actions->addWidget(m_close);
    connect(m_close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
}

void Banner::paintEvent(QPaintEvent* event) {
    Q_UNUSED(event)
    const Theme& theme = themeOf(*this);
    const LevelLook look = lookOf(m_text.level);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, rect(), theme.color(look.ground), theme.color(look.edge), 1, kBannerRadius);
    QPainterPath shape;
    shape.addRoundedRect(QRectF(rect()), kBannerRadius, kBannerRadius);
    painter.setClipPath(shape);
    painter.fillRect(QRect(0, 0, kEdge, height()), theme.color(look.edge));
    const int side = px(22);
    paintIcon(painter, look.sign, QRectF(kEdge + px(14), px(9), side, side), theme.color(look.ink));
}

void Banner::announce() {
    setAccessibleName(m_text.title);
    setAccessibleDescription(m_text.source.isEmpty() ? m_text.text
                                                     : tr("%1 Source: %2").arg(m_text.text, m_text.source));
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

BannerText bannerTextOf(const base::Finding& finding) {
    const QString mark = base::confidenceMark(finding.confidence);
    const QString source =
        finding.source.isEmpty() ? QString() : QStringLiteral("%1 (%2)").arg(finding.source, mark);
    return {finding.level, finding.text, {}, source};
}

BannerText bannerTextOf(const base::Error& error) {
    const QString line = error.remedy.isEmpty()
                             ? sentence(error.why)
                             : QStringLiteral("%1 %2").arg(sentence(error.why), sentence(error.remedy));
    return {base::FindingLevel::Caution, error.what, line, {}};
}

} // namespace kairos::ui
