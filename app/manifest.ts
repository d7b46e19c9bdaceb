import type { MetadataRoute } from "next";

/** What a phone needs to keep Comptoir among its apps. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Comptoir",
    short_name: "Comptoir",
    id: "/",
    start_url: "/",
    display: "standalone",
    background_color: "#faf9f5",
    theme_color: "#0b5b50",
    icons: [
      { src: "/app-icon-192.png", sizes: "192x192", type: "image/png", purpose: "any" },
      { src: "/app-icon-512.png", sizes: "512x512", type: "image/png", purpose: "any" },
      { src: "/app-icon-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
