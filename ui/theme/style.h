// Plain Qt widgets drawn as ux.md wants them: hairlines, 6-pixel corners, a visible focus ring.
// Built on Fusion, which draws whatever is not drawn here.
#pragma once

#include <QProxyStyle>

namespace kith::ui {

class Theme;

class Style : public QProxyStyle {
    Q_OBJECT
public:
    explicit Style(const Theme& theme);

    int pixelMetric(PixelMetric metric, const QStyleOption* option = nullptr,
                    const QWidget* widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption* option = nullptr, const QWidget* widget = nullptr,
                  QStyleHintReturn* data = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                         const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget = nullptr) const override;
    using QProxyStyle::polish;
    void polish(QWidget* widget) override;

private:
    void panel(QPainter& painter, const QRectF& rect, const QColor& fill, const QColor& line, double corner = 6) const;
    void focusRing(QPainter& painter, const QRectF& rect, const QColor& colour, double corner = 6) const;
    void fieldPanel(QPainter& painter, const QStyleOption& option) const;
    void buttonPanel(QPainter& painter, const QStyleOption& option, const QWidget* widget) const;
    void buttonLabel(QPainter& painter, const QStyleOption& option, const QWidget* widget) const;
    void checkMark(QPainter& painter, const QStyleOption& option, bool round) const;
    void headerSection(QPainter& painter, const QStyleOption& option) const;
    void headerLabel(QPainter& painter, const QStyleOption& option) const;
    void menuItem(QPainter& painter, const QStyleOption& option, const QWidget* widget) const;
    void comboBox(QPainter& painter, const QStyleOptionComplex& option, const QWidget* widget) const;
    void spinBox(QPainter& painter, const QStyleOptionComplex& option, const QWidget* widget) const;
    void scrollBar(QPainter& painter, const QStyleOptionComplex& option, const QWidget* widget) const;

    const Theme& theme_;
};

}  // namespace kith::ui
