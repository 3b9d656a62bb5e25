// Adds a button that turns a small map into PNG, at three times its size; larger maps have a file for that.
const SCALE = 3;

export function start(element) {
  const { dataset } = element;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "map__png", textContent: dataset.label });
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  element.append(" ", button, status);
  button.addEventListener("click", async () => {
    try {
      save(await drawn(dataset), dataset.name);
      status.textContent = "";
    } catch (error) {
      console.warn("peta-png", error);
      status.textContent = ` ${dataset.failed}`;
    }
  });
}

async function drawn({ source, width, height }) {
  const picture = new Image();
  picture.src = source;
  await picture.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: width * SCALE, height: height * SCALE });
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("toBlob"))), "image/png"));
}

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
