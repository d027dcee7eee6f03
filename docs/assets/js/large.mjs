// Large type (适老): a button in the masthead, remembered on this machine. The head of the page applies it before the
// first paint; here it is switched. Without storage the choice lasts for the page.
const KEY = "handbook.large";
const root = document.documentElement;
const button = document.querySelector("[data-large-switch]");

const show = () => button.setAttribute("aria-pressed", String(root.hasAttribute("data-large")));

const remember = (large) => {
  try {
    if (large) localStorage.setItem(KEY, "1");
    else localStorage.removeItem(KEY);
  } catch {
    // a browser that keeps nothing still shows the page in large type
  }
};

if (button) {
  button.addEventListener("click", () => {
    remember(root.toggleAttribute("data-large"));
    show();
  });
  show();
}
