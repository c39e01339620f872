// A slider and the number beside it say the same; the number is what is sent.
document.addEventListener("input", event => {
  const moved = event.target;
  if (moved.dataset && moved.dataset.for) {
    document.getElementById(moved.dataset.for).value = moved.value;
  } else if (moved.id) {
    const slider = document.querySelector('[data-for="' + CSS.escape(moved.id) + '"]');
    if (slider) slider.value = moved.value;
  }
}, true);
