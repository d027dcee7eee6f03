// Dark or light: a button in the masthead, remembered on this machine. The head of the page applies it before the first
// paint; here it is switched. Without storage the choice lasts for the page.
const KEY = "handbook.scheme";
const root = document.documentElement;
const button = document.querySelector("[data-scheme-switch]");

const isDark = () => root.getAttribute("data-scheme") === "dark";
const show = () => button.setAttribute("aria-pressed", String(isDark()));

if (button) {
  button.addEventListener("click", () => {
    const chosen = isDark() ? "light" : "dark";
    root.setAttribute("data-scheme", chosen);
    try {
      localStorage.setItem(KEY, chosen);
    } catch {
      // a browser that keeps nothing still shows the page as chosen
    }
    show();
  });
  show();
}
