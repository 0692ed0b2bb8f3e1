document.getElementById("loading").hidden = true;
document.getElementById("too-old").hidden = false;
