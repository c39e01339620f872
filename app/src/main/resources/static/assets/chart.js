// Draws the series that the page carries as JSON; the same numbers stand in the table below it.
(function () {
  'use strict';
  document.querySelectorAll('[data-chart]').forEach(function (place) {
    var data = JSON.parse(document.getElementById(place.dataset.chart).textContent);
    var chart = echarts.init(place, null, { renderer: 'canvas' });
    var font = getComputedStyle(document.body).fontFamily;
    function series(name, values, extra) {
      return Object.assign({ name: name, type: 'line', data: values.map(function (v) { return v === null ? null : Number(v); }), connectNulls: false, symbolSize: 7 }, extra);
    }
    var all = [series(data.name, data.values, { color: '#0e5a46', lineStyle: { width: 2.5 } })];
    if (data.path.some(function (v) { return v !== null; })) {
      all.push(series('进度要求', data.path, { color: '#9a5b00', lineStyle: { type: 'dashed', width: 1.5 }, symbol: 'diamond' }));
    }
    if (data.published && data.published.some(function (v) { return v !== null; })) {
      all.push(series('公布数', data.published, { color: '#1b5e9b', lineStyle: { width: 0 }, symbol: 'rect' }));
    }
    chart.setOption({
      animation: false,
      textStyle: { fontFamily: font },
      grid: { left: 12, right: 24, top: 44, bottom: 8, containLabel: true },
      legend: { top: 4, right: 8 },
      tooltip: { trigger: 'axis', renderMode: 'richText' },
      xAxis: { type: 'category', data: data.periods, axisTick: { alignWithLabel: true } },
      yAxis: { type: 'value', scale: true, name: data.unit, nameTextStyle: { align: 'left' } },
      series: all
    });
    window.addEventListener('resize', function () { chart.resize(); });
  });
})();
